import type { Block } from '../blocks';
import type { StoredFile } from '../files/upload';
import type { Section } from '../sections';
import type { Colleague } from '../users';

export type PictureKey = 'studio' | 'workshop' | 'harbour' | 'archipelago' | 'plateau';
export type Pictures = Record<PictureKey, StoredFile>;

export interface PageText {
  title: string;
  slug: string;
  intro: string;
  body: Block[];
  sections?: Section[];
}

type Write = (pictures: Pictures) => PageText;

export interface PageSeed {
  key: string;
  /** The key of an earlier page in the list. */
  parent?: string;
  createdBy: Colleague;
  en: Write;
  fr?: Write;
}
