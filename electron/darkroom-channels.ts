/** The channels between the darkroom and main. In a file of their own: a preload script in the sandbox can load no second file. */
export const DARKROOM_CHANNELS = { job: 'darkroom:job', report: 'darkroom:report' } as const;
