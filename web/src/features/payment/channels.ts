/** How money comes in. */
export const CHANNELS = ['CASH', 'BANK', 'MOBILE_MONEY', 'CARD', 'WALLET'] as const;
export type Channel = (typeof CHANNELS)[number];
