/**
 * How a fuzz runs: with the same values each time, so that a suite that passes goes on passing until
 * the code changes. `FUZZ_SEED=$RANDOM npm test` looks elsewhere; a counterexample names its seed.
 */
export const runs = (numRuns: number) => ({
  numRuns,
  seed: Number(process.env.FUZZ_SEED ?? 20_261_121),
  endOnFailure: true,
});
