/** Jest reporter: the one line that says how the run ended, for people and for CI. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const failedSuites = results.testResults.filter((suite) => suite.testExecError).length;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stdout.write(
      `\n${results.numPassedTests} passed, ${results.numFailedTests + failedSuites} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }
}
