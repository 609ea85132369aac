/** The size of a file as people say it: some KB, or MB to one place. The service writes the same (Said.File). */
export interface FileSize {
  number: number;
  unit: 'KB' | 'MB';
}

/** A KB is 1,000 bytes, and nothing is less than one. */
export function fileSize(bytes: number): FileSize {
  return bytes < 1_000_000
    ? { number: Math.max(1, Math.round(bytes / 1000)), unit: 'KB' }
    : { number: Math.round(bytes / 100_000) / 10, unit: 'MB' };
}

/** What kind of file it is, as its name ends: the service lets a name end in no other way. */
export const fileKind = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toUpperCase();
