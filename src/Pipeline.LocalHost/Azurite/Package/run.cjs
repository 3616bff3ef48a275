"use strict";
// Runs Azurite in this process for as long as standard input stays open. The process that started this one holds the
// other end: closing it is the one way to stop Azurite, on every system, and a parent that dies closes it too.

const STOP_TIMEOUT_MS = 10_000;
const SERVICES = 3;

let shutdown; // Azurite's own handler of SIGTERM: saves the data, then closes the three services
let stopping = false;
let ended = 0;

function stop() {
  if (stopping) {
    return;
  }

  stopping = true;
  if (shutdown === undefined) {
    process.exit(0); // Not started yet, so nothing to save.
  }

  setTimeout(() => process.exit(1), STOP_TIMEOUT_MS);
  shutdown();
}

// Ctrl-C and a closed terminal reach every process of the group. When Azurite stops is for the parent to decide.
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});
process.on("SIGTERM", stop);

const once = process.once;
process.once = function (event, listener) {
  if (event === "SIGTERM") {
    shutdown = listener;
  } else if (event !== "SIGINT" && event !== "message") {
    return once.call(process, event, listener);
  }

  return process;
};

// Azurite tells that a service is closed, and its data saved, by a line only; on Node.js 20 it may not exit after that.
function watch(write, pattern, exitCode) {
  return (...values) => {
    write(...values);
    if (stopping && pattern.test(String(values[0]))) {
      process.exitCode ||= exitCode;
      ended += 1;
      if (ended === SERVICES) {
        process.exit();
      }
    }
  };
}

console.log = watch(console.log, /successfully closed$/, 0);
console.error = watch(console.error, /^Shutdown close failed/, 1);

// With the parent gone there is no one to read; that must not keep the data from being saved.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

process.stdin.on("end", stop);
process.stdin.on("close", stop);
process.stdin.on("error", stop);
process.stdin.resume();

require("./blob-writes.cjs");
require("./entity-reads.cjs");
require("./extent-deletes.cjs");
require("./message-queues.cjs");
require("./partition-queries.cjs");
require("azurite/dist/src/azurite.js");
