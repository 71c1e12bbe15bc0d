import type { ReactElement } from 'react';

import type { PageContext } from '../elements';

/** The robot tags of a page: `noindex`, unless search engines may index the link. */
export function RobotTags({ page, title }: { page: PageContext; title: string }): ReactElement {
  const { crawlers, branding } = page;
  if (!crawlers) return <meta name="robots" content="noindex, nofollow, noarchive" />;
  const { url, description, image } = crawlers;
  return (
    <>
      <meta name="robots" content="index, follow" />
      <link rel="canonical" href={url} />
      {crawlers.languages.map((language) => (
        <link key={language.code} rel="alternate" hrefLang={language.code} href={language.url} />
      ))}
      {description && <meta name="description" content={description} />}
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={url} />
      <meta property="og:locale" content={page.locale.replaceAll('-', '_')} />
      {branding.name && <meta property="og:site_name" content={branding.name} />}
      {image && (
        <>
          <meta property="og:image" content={image.url} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          {image.alt && <meta property="og:image:alt" content={image.alt} />}
        </>
      )}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  );
}
