/** The channels between preload script and main, one for each word of the bridge. */
export const CHANNELS = {
  current: 'signage:current',
  news: 'signage:news',
  remember: 'signage:remember',
  painted: 'signage:painted',
  working: 'signage:working',
  leave: 'signage:leave',
} as const;
