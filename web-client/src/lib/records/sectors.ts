/** Of whom a seat is. */
export const SECTORS = ['civil_society', 'government', 'oversight_body', 'autonomous_body'] as const;
