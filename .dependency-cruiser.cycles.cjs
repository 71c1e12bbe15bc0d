/**
 * No cycle of values: of two modules that need each other, one is not loaded yet when the other
 * runs. Cycles of types vanish on compilation, so this looks at what is left after it.
 */
const { RECURSIVE_RENDERER } = require('./tools/rooms.cjs');

module.exports = {
  forbidden: [
    {
      name: 'no-cycle-of-values',
      comment: 'Move what both need into a third file. Only the recursive renderer is excepted.',
      severity: 'error',
      from: {},
      to: { circular: true, via: { pathNot: RECURSIVE_RENDERER } },
    },
  ],
  options: {
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^client/dist/' },
  },
};
