/** The components of the `sections` zone, for pages and the homepage. Pictures are ids of files. */
export type Section =
  | { __component: 'sections.hero'; heading: string; lead: string; picture: number }
  | { __component: 'sections.quote'; text: string; person: string; role: string }
  | { __component: 'sections.gallery'; heading: string; pictures: number[] }
  | {
      __component: 'sections.feature-list';
      heading: string;
      features: { title: string; description: string }[];
    }
  | {
      __component: 'sections.call-to-action';
      heading: string;
      text: string;
      buttonLabel: string;
      buttonUrl: string;
    };
