import type { Language } from '../languages';
import { islands } from './islands';
import { mails } from './mails';
import { page } from './page';
import { preview } from './preview';
import { search } from './search';

export const fr: Language = { page, islands, search, mails, preview };
