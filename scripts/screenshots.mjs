process.env.KEEP_SCREENSHOTS = 'on';
process.argv.splice(2, Number.POSITIVE_INFINITY, 'browser');
/** Runs the browser tests and keeps their pictures in docs/screenshots. */
await import('./test.mjs');
