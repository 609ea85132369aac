// What a test run wrote down: node scripts/trx.mjs <file> counts|failures|again|times
import { readFileSync } from "node:fs";

const [file, wanted] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const plain = (xml) =>
  xml.replace(/&(lt|gt|quot|apos|amp|#x?[0-9A-Fa-f]+);/g, (all, name) =>
    name[0] === "#"
      ? String.fromCodePoint(name[1] === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1)))
      : { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[name],
  );
const attribute = (xml, name) => plain(xml.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? "");

const results = [...text.matchAll(/<UnitTestResult [^>]*outcome="(?:Failed|Error|Timeout|Aborted)"[^>]*>[\s\S]*?<\/UnitTestResult>/g)];
const tests = new Map(
  [...text.matchAll(/<UnitTest [\s\S]*?<\/UnitTest>/g)].map(([test]) => {
    const method = test.match(/<TestMethod [^>]*>/)?.[0] ?? "";
    // Of a fixture and a test with values the names alone.
    const [type, name] = ["className", "name"].map((each) => attribute(method, each).replace(/[(,].*$/s, ""));
    return [attribute(test, "id"), { type, name }];
  }),
);

switch (wanted) {
  case "counts": {
    const counters = text.match(/<Counters [^>]*>/)[0];
    const count = (name) => Number(attribute(counters, name));
    const failed = count("failed") + count("error") + count("timeout") + count("aborted");
    console.log(count("passed"), failed, count("total") - count("executed"));
    break;
  }
  case "failures":
    for (const [result] of results) {
      const message = plain(result.match(/<Message>([\s\S]*?)<\/Message>/)?.[1] ?? "");
      console.log(`  ${attribute(result, "testName")}`);
      for (const line of message
        .split("\n")
        .filter((each) => each.trim() !== "")
        .slice(0, 12))
        console.log(`      ${line.trim()}`);
    }
    break;
  // The fixtures that took longest, in minutes and seconds, with when each began and ended after the first test: what to look at when the
  // whole takes too long. What a fixture does before its first test is not in it.
  case "times": {
    const fixtures = new Map();
    for (const [result] of text.matchAll(/<UnitTestResult [^>]*>/g)) {
      if (attribute(result, "outcome") === "NotExecuted") continue;
      const { type } = tests.get(attribute(result, "testId"));
      const [start, end] = ["startTime", "endTime"].map((name) => Date.parse(attribute(result, name)));
      const fixture = fixtures.get(type) ?? { start: Infinity, end: 0, sum: 0, tests: 0 };
      fixtures.set(type, {
        start: Math.min(fixture.start, start),
        end: Math.max(fixture.end, end),
        sum: fixture.sum + end - start,
        tests: fixture.tests + 1,
      });
    }
    const first = Math.min(...[...fixtures.values()].map((one) => one.start));
    const shown = (milliseconds) =>
      `${Math.floor(milliseconds / 60000)}:${String(Math.floor((milliseconds % 60000) / 1000)).padStart(2, "0")}`;
    const slowest = [...fixtures].sort(([, one], [, other]) => other.sum - one.sum).slice(0, Number(process.argv[4] ?? 12));
    for (const [type, one] of slowest)
      console.log(
        `  ${shown(one.sum)}  ${type.split(".").pop()}, ${one.tests} tests (${shown(one.start - first)} to ${shown(one.end - first)})`,
      );
    break;
  }
  // The filter of the failed tests, for a second run. None where one failed with data of its own making, which would be other data then.
  case "again":
    if (results.length <= 5 && !results.some(([result]) => /seed/i.test(result)))
      console.log(
        results
          .map(([result]) => tests.get(attribute(result, "testId")))
          .filter((test) => test?.name)
          .map(({ type, name }) => `(FullyQualifiedName~${type}&FullyQualifiedName~${name})`)
          .filter((each, i, all) => all.indexOf(each) === i)
          .join("|"),
      );
    break;
}
