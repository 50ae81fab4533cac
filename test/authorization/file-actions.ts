import { metadataOf } from '../people/resumable-upload.js';

/** The files of one message, as they were sent, and what else belongs to whoever sent them. */
export interface FileSubject {
  readonly chatId: string;
  readonly picture: string;
  readonly sound: string;
  readonly text: string;
  /** Of each of them, but for the ending: what nobody who may not is to hear. */
  readonly name: string;
  /** The picture, as its sender was told. */
  readonly sha256: string;
  /** Of an upload that its sender goes on with: begun anew for each case. */
  readonly upload: string;
}

/** A request without its sender. */
export interface FileRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: FormData | string;
}

/**
 * `read`: bytes or facts of a file. `list`: the same, where what one may not read is left out.
 * `remove`: of what was sent. `resume`: an upload that was begun. `send`: in a chat of one's own.
 * `keep`: a new file for the chat.
 */
export type FileActionKind = 'read' | 'list' | 'remove' | 'resume' | 'send' | 'keep';

export interface FileAction {
  readonly what: string;
  /** As in the OpenAPI document. */
  readonly route: string;
  readonly kind: FileActionKind;
  readonly byLink?: true;
  /** `ownChatId`: one that only who asks is in. */
  readonly request: (subject: FileSubject, ownChatId: string) => FileRequest;
}

const file = 'GET /api/files/{fileId}';
const preview = `${file}/preview`;
const tus = { 'tus-resumable': '1.0.0' };

const reading: readonly FileAction[] = [
  ...(
    [
      ['all of it', {}],
      ['how long it is', { method: 'HEAD' }],
      ['a part of it', { headers: { range: 'bytes=0-3' } }],
      ['a part behind its end', { headers: { range: 'bytes=999999-' } }],
    ] as const
  ).map(([what, more]): FileAction => {
    return {
      what,
      route: file,
      kind: 'read',
      byLink: true,
      request: ({ picture }) => ({ path: `/api/files/${picture}`, ...more }),
    };
  }),
  {
    what: 'whether it is a certain one',
    route: file,
    kind: 'read',
    byLink: true,
    request: ({ picture, sha256 }) => ({
      path: `/api/files/${picture}`,
      headers: { 'if-none-match': `"${sha256}"` },
    }),
  },
  {
    what: 'all of it, to be saved',
    route: file,
    kind: 'read',
    byLink: true,
    request: ({ text }) => ({ path: `/api/files/${text}?download=true` }),
  },
  ...([320, 1280] as const).map((size): FileAction => {
    return {
      what: `a picture of ${size} px`,
      route: preview,
      kind: 'read',
      byLink: true,
      request: ({ picture }) => ({ path: `/api/files/${picture}/preview?size=${size}` }),
    };
  }),
  {
    what: 'how long a picture is',
    route: preview,
    kind: 'read',
    byLink: true,
    request: ({ picture }) => ({ path: `/api/files/${picture}/preview`, method: 'HEAD' }),
  },
  {
    what: 'what it is',
    route: `${file}/meta`,
    kind: 'read',
    request: ({ picture }) => ({ path: `/api/files/${picture}/meta` }),
  },
  {
    what: 'how it sounds',
    route: `${file}/waveform`,
    kind: 'read',
    request: ({ sound }) => ({ path: `/api/files/${sound}/waveform` }),
  },
  {
    what: 'how it begins',
    route: `${file}/snippet`,
    kind: 'read',
    request: ({ text }) => ({ path: `/api/files/${text}/snippet` }),
  },
  {
    what: 'a link to it',
    route: 'GET /api/files/links',
    kind: 'list',
    request: ({ picture }) => ({ path: `/api/files/links?ids=${picture}` }),
  },
  {
    what: 'all that the chat holds',
    route: 'GET /api/chats/{chatId}/files',
    kind: 'list',
    request: ({ chatId }) => ({ path: `/api/chats/${chatId}/files` }),
  },
];

const sending: readonly FileAction[] = [
  {
    what: 'to send it',
    route: 'POST /api/messages',
    kind: 'send',
    request: ({ picture }, chatId) => json('/api/messages', { chatId, fileIds: [picture] }),
  },
  {
    what: 'to remove it',
    route: 'DELETE /api/files/{fileId}',
    kind: 'remove',
    request: ({ picture }) => ({ path: `/api/files/${picture}`, method: 'DELETE' }),
  },
  {
    what: 'to upload one',
    route: 'POST /api/files/upload',
    kind: 'keep',
    request: ({ chatId }) => {
      const body = new FormData();
      body.append('chatId', chatId);
      body.append('file', new Blob(['some words']), 'words.txt');
      return { path: '/api/files/upload', method: 'POST', body };
    },
  },
];

const resuming: readonly FileAction[] = [
  {
    what: 'to begin an upload',
    route: 'POST /api/files/resumable',
    kind: 'keep',
    request: ({ chatId }) => ({
      path: '/api/files/resumable',
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': '3',
        'upload-metadata': metadataOf({ name: 'a.txt', chatId }),
      },
    }),
  },
  {
    what: 'how much of an upload is here',
    route: 'HEAD /api/files/resumable/{fileId}',
    kind: 'resume',
    request: ({ upload }) => ({ path: upload, method: 'HEAD', headers: tus }),
  },
  {
    what: 'to go on with an upload',
    route: 'PATCH /api/files/resumable/{fileId}',
    kind: 'resume',
    request: ({ upload }) => ({
      path: upload,
      method: 'PATCH',
      headers: {
        ...tus,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: 'abc',
    }),
  },
  {
    what: 'to give an upload up',
    route: 'DELETE /api/files/resumable/{fileId}',
    kind: 'resume',
    request: ({ upload }) => ({ path: upload, method: 'DELETE', headers: tus }),
  },
];

/** Every way to come by bytes or facts of a file, or to change one. */
export const fileActions: readonly FileAction[] = [...reading, ...sending, ...resuming];

/** Routes of files that say nothing of any: of an avatar, that is for whoever was told of it. */
export const ofNoFile: readonly string[] = [
  'GET /api/files/avatars/{key}',
  'GET /api/files/quota',
  'OPTIONS /api/files/resumable',
];

function json(path: string, body: unknown): FileRequest {
  const headers = { 'content-type': 'application/json' };
  return { path, method: 'POST', headers, body: JSON.stringify(body) };
}
