/** A device in a room. The room knows nothing of people. */
export type PeerId = string & { readonly __media: 'peer' };
export type TransportId = string & { readonly __media: 'transport' };
export type ProducerId = string & { readonly __media: 'producer' };
export type ConsumerId = string & { readonly __media: 'consumer' };
