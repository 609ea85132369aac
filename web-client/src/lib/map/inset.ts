/** The small states of the centre, drawn once more and larger where the Gulf is. In units of the outlines. */
export const CENTRE = { x: 884, y: 684, width: 172, height: 122 } as const;
export const INSET = { x: 1126, y: 20, width: 450, height: 319 } as const;

/** Which states reach into it. */
export const CENTRAL: ReadonlySet<string> = new Set(
  ['CMX', 'GRO', 'GUA', 'HID', 'MEX', 'MIC', 'MOR', 'OAX', 'PUE', 'QUE', 'TLA', 'VER'].map((code) => `MX-${code}`),
);

/** Where the letters of these stand in the part that is drawn. */
export const CENTRAL_PLACES: Readonly<Record<string, readonly [x: number, y: number]>> = {
  'MX-HID': [975, 700],
  'MX-PUE': [1022, 770],
};

/** Where the letters of states without room for them stand, in the sea, at the end of a line: their middle, and where the line meets them. */
export const LED: Readonly<Record<string, { at: readonly [x: number, y: number]; from: readonly [x: number, y: number] }>> = {
  'MX-AGU': { at: [577, 592], from: [606, 592] },
  'MX-COL': { at: [652, 806], from: [678, 796] },
};
