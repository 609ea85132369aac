declare module 'virtual:boundaries' {
  /** Outlines of the 32 states by ISO 3166-2 code, from @svg-maps/mexico (CC BY 4.0). */
  const boundaries: { width: number; height: number; paths: Record<string, string> };
  export default boundaries;
}
