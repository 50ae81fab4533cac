/** The part of it that is used here. */
declare module 'nodemailer' {
  interface Options {
    /** `smtp://` or `smtps://`, with name and password. */
    readonly url: string;
    readonly connectionTimeout: number;
    readonly greetingTimeout: number;
    readonly socketTimeout: number;
    readonly disableFileAccess: boolean;
    readonly disableUrlAccess: boolean;
  }

  interface Letter {
    readonly from: string;
    /** As an object it is taken as it is, and not parsed. */
    readonly to: { readonly name: string; readonly address: string };
    readonly messageId: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  }

  interface Transport {
    /** Rejects with an error that has the `responseCode` of the server, if it said any. */
    sendMail(letter: Letter): Promise<unknown>;
  }

  export function createTransport(options: Options): Transport;
}
