/**
 * The client of Share Links for your own front ends: it opens links, refreshes and searches their
 * content, and fetches their files. It runs wherever `fetch` exists.
 */
export { ShareLinkError } from './errors';
export type { ClientErrorCode } from './errors';
export { fieldOf, pictureAddress } from './fields';
export type { FieldType } from './fields';
export { shareLink } from './link';
export type { ShareLink, ShareLinkOptions } from './link';
export type {
  FetchedFile,
  Found,
  Limited,
  Locked,
  OpenedEntry,
  OpenedLink,
  OpenMeta,
  Place,
  Shut,
  Unavailable,
  Unchanged,
  Unlocked,
  WrongPassword,
} from './outcomes';
export type { FetchLike } from './request';
export type { ProofStorage } from './storage';

export type { ErrorCode, FieldError, RefusalReason } from '../contracts/errors';
export type { Branding } from '../contracts/settings';
export type {
  SearchHit,
  ShownAttribute,
  ShownBlock,
  ShownChild,
  ShownEntry,
  ShownField,
  ShownFile,
  ShownGroup,
  ShownLocale,
  ShownReference,
  ShownValue,
} from '../contracts/shown';
