/** What a piece of work took, in milliseconds. */
export interface Usage {
  readonly wall: number;
  /** Of the processors, in all threads. What else runs on the machine distorts it little. */
  readonly processor: number;
}
