import { z } from '@strapi/utils';

import { EXPIRY_PRESETS, PASSWORD_MAX_BYTES } from '../../../contracts/links';
import { DEFAULT_RATE_LIMITS, RATE_LIMIT_MAX } from '../../../contracts/attempt-limits';
import {
  ADDRESS_MODES,
  EXPIRY_MAX_DAYS,
  RELATION_MAX_DEPTH,
  REMINDER_MAX_DAYS,
  RETENTION_MAX_DAYS,
  UNBRANDED,
} from '../../../contracts/settings';
import type { Settings } from '../../../contracts/settings';

const contentTypeSchema = z
  .strictObject({
    enabled: z.boolean(),
    mode: z.enum(['single', 'multiple']),
    level: z.enum(['off', 'view']),
    relations: z.record(z.string(), z.number().int().min(0).max(RELATION_MAX_DEPTH)),
    parent: z.string().min(1).max(255).nullable(),
    childOrder: z.string().min(1).max(255).nullable(),
  })
  .partial();

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://cms.example.com' })
  .refine((value) => !/[?#]/.test(value), 'must not have a query or a fragment')
  .refine((value) => !/[@\\\s"'<>]/.test(value), 'must not have a user name, spaces or quotes');

const httpsAddress = webAddress.refine((value) => value.startsWith('https:'));

const text = (max: number) => z.string().trim().max(max, `must be at most ${max} characters`);

const brandingSchema = z
  .strictObject({
    name: text(80).nullable(),
    logo: z
      .union([httpsAddress, z.string().regex(/^\/(?!\/)\S*$/)], {
        error: 'must be an https address or a path of this site such as /logo.svg',
      })
      .nullable(),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #4945ff')
      .nullable(),
    footer: text(300).nullable(),
  })
  .partial();

const visitsSchema = z
  .strictObject({
    address: z.enum(ADDRESS_MODES),
    retentionDays: z.number().int().min(1).max(RETENTION_MAX_DAYS).nullable(),
  })
  .partial();

const attempts = z.number().int().min(1).max(RATE_LIMIT_MAX);
const limitsSchema = z
  .strictObject({
    unknownPerMinute: attempts,
    passwordsPerClient: attempts,
    passwordsPerLink: attempts,
    readsPerMinute: attempts,
  })
  .partial();

/** The settings that may be stored or configured. A missing one keeps its default. */
export const storedSettingsSchema = z
  .strictObject({
    paused: z.boolean(),
    contentTypes: z.record(z.string(), contentTypeSchema),
    ownerOnly: z.boolean(),
    defaultExpiry: z.enum(EXPIRY_PRESETS),
    maxExpiryDays: z.number().int().min(1).max(EXPIRY_MAX_DAYS).nullable(),
    allowNever: z.boolean(),
    passwordRequired: z.boolean(),
    passwordMinLength: z.number().int().min(1).max(PASSWORD_MAX_BYTES),
    passwordReveal: z.boolean(),
    refusal: z.enum(['uniform', 'explained']),
    publicUrl: webAddress.nullable(),
    frontendUrl: z
      .string()
      .max(500)
      .regex(/^https?:\/\/[^/\s]+\/\S*\{token\}\S*$/, {
        error: 'must be an address with {token} in its path',
      })
      .nullable(),
    makerLost: z.enum(['suspend', 'keep']),
    branding: brandingSchema,
    visits: visitsSchema,
    limits: limitsSchema,
    reminderDays: z.number().int().min(1).max(REMINDER_MAX_DAYS).nullable(),
  })
  .partial();

export type StoredSettings = z.infer<typeof storedSettingsSchema>;

export const SETTING_NAMES = Object.keys(storedSettingsSchema.shape) as (keyof Settings)[];

export const DEFAULT_SETTINGS: Settings = {
  paused: false,
  contentTypes: {},
  ownerOnly: false,
  defaultExpiry: 'never',
  maxExpiryDays: null,
  allowNever: true,
  passwordRequired: false,
  passwordMinLength: 8,
  passwordReveal: true,
  refusal: 'uniform',
  publicUrl: null,
  frontendUrl: null,
  makerLost: 'suspend',
  branding: UNBRANDED,
  visits: { address: 'truncated', retentionDays: 90 },
  limits: DEFAULT_RATE_LIMITS,
  reminderDays: null,
};
