/**
 * Runs a fuzz test with the same values each time, so that a suite that passes still passes until
 * the code changes. `FUZZ_SEED=$RANDOM npm test` uses other values; a failure names its seed.
 */
export const runs = (numRuns: number) => ({
  numRuns,
  seed: Number(process.env.FUZZ_SEED ?? 20_261_121),
  endOnFailure: true,
});
