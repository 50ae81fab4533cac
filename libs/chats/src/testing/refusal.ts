/** What a refused call rejects with, by the code of its problem. */
export const refusal = (code: string) => expect.objectContaining({ code }) as Error;
