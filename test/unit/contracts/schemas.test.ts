import type { z } from '@strapi/utils';
import { expectTypeOf, it } from 'vitest';

import type { linkAnswer, linkListAnswer } from '../../../contracts/link-answer-schemas';
import type { createLinkSchema, updateLinkSchema } from '../../../contracts/link-schemas';
import type { CreateLinkInput, Link, LinkList, UpdateLinkInput } from '../../../contracts/links';
import type { PublicAnswer, SearchAnswer, ShownBlock, ShownField } from '../../../contracts/shown';
import type * as shown from '../../../contracts/shown-answer-schemas';

/** True if each type may stand for the other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

it('the schemas have exactly the types that the code sends', () => {
  expectTypeOf<z.infer<typeof linkAnswer>>().toEqualTypeOf<Link>();
  expectTypeOf<z.infer<typeof linkListAnswer>>().toEqualTypeOf<LinkList>();
  expectTypeOf<z.infer<typeof shown.searchAnswer>>().toEqualTypeOf<SearchAnswer>();
  expectTypeOf<z.infer<typeof shown.shownBlock>>().toEqualTypeOf<ShownBlock>();
  // These hold a union inside an intersection, which `toEqualTypeOf` can't compare.
  expectTypeOf<Same<z.infer<typeof shown.shownField>, ShownField>>().toEqualTypeOf<true>();
  expectTypeOf<Same<z.infer<typeof shown.publicAnswer>, PublicAnswer>>().toEqualTypeOf<true>();
});

it('the schemas have exactly the types that the code takes', () => {
  type Create = z.input<typeof createLinkSchema>;
  type Update = z.input<typeof updateLinkSchema>;
  expectTypeOf<keyof Create>().toEqualTypeOf<keyof CreateLinkInput>();
  expectTypeOf<keyof Update>().toEqualTypeOf<keyof UpdateLinkInput>();
  expectTypeOf<CreateLinkInput>().toExtend<Create>();
  expectTypeOf<UpdateLinkInput>().toExtend<Update>();
});
