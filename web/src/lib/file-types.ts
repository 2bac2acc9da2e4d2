/** The types of files that the server keeps. */
export const FILE_TYPES = 'application/pdf,image/png,image/jpeg';
