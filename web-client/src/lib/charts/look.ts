/** Told apart by shape as much as by colour. */
export type Shape = 'disc' | 'ring' | 'diamond' | 'square';
