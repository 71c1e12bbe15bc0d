import type { CreateLinkInput } from '../../../../contracts/links';
import type { Preview } from '../../../../contracts/previews';
import { panelApi, unwrap } from '../../api';
import type { Mutation } from '../../api';

const previewApi = panelApi.injectEndpoints({
  endpoints: (build) => ({
    previewLink: build.mutation<Preview, number>({
      query: (id) => ({ url: `/share-links/links/${id}/preview`, method: 'POST' }),
      transformResponse: unwrap<Preview>,
    }),
    previewNewLink: build.mutation<Preview, CreateLinkInput>({
      query: (data) => ({ url: '/share-links/previews', method: 'POST', data: { data } }),
      transformResponse: unwrap<Preview>,
    }),
  }),
});

export const usePreviewLink = (): Mutation<number, Preview> =>
  previewApi.usePreviewLinkMutation()[0];

export const usePreviewNewLink = (): Mutation<CreateLinkInput, Preview> =>
  previewApi.usePreviewNewLinkMutation()[0];
