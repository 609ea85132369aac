declare module 'virtual:boundaries' {
  /** Outlines of the 32 states by ISO 3166-2 code, from @svg-maps/mexico (CC BY 4.0). */
  const boundaries: {
    width: number;
    height: number;
    paths: Record<string, string>;
    /** Where the letters of a state stand, and how much room there is to either side of that point. */
    places: Record<string, { x: number; y: number; room: number }>;
  };
  export default boundaries;
}

declare namespace App {
  interface Error {
    message: string;
    /** Why the page is not there, see `$lib/api/failure`. */
    failure?: 'offline' | 'unreachable' | 'broken';
  }
}
