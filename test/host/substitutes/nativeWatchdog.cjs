// Stands in for native-watchdog, a native module that ends an extension host which is too busy to notice that
// its server has died. Servers of ours are stopped in order, and an idle host notices by itself.
exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
