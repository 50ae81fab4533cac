/** What the generated client calls so: with the types of Node alone it has no name. */
type BodyInit = NonNullable<RequestInit['body']>;
