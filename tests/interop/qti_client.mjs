// A player of QTI items in a browser without a window: it shows each item, answers it right and wrong, and tells the scores.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, browser] = process.argv.slice(2);
const home = createRequire(import.meta.url).resolve("@citolab/qti-components/package.json");
const player = readFileSync(join(dirname(home), "cdn", "index.js"), "utf-8");
const place = mkdtempSync(join(tmpdir(), "qti-"));
const items = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf-8"));

async function play(items) {
  const told = [];
  for (const text of items) {
    const source = new DOMParser().parseFromString(text, "application/xml");
    const right = [...source.querySelectorAll("qti-correct-response qti-value")].map((one) => one.textContent);
    const all = [...source.querySelectorAll("qti-simple-choice")].map((one) => one.getAttribute("identifier"));
    const ordered = source.querySelector("qti-order-interaction") !== null;
    document.getElementById("stage").replaceChildren(qtiTransformItem().parse(text).htmlDoc());
    const item = document.querySelector("qti-assessment-item");
    await item.updateComplete;
    await new Promise((done) => setTimeout(done, 0));
    const wrong = ordered ? [...right].reverse() : [all.find((one) => one !== right[0])];
    const score = (given) => {
      item.updateResponseVariable("RESPONSE", ordered ? given : given[0]);
      item.processResponse();
      return Number(item.getOutcome("SCORE").value);
    };
    told.push({
      id: item.identifier,
      ordered,
      key: right.map((one) => all.indexOf(one)),
      prompt: item.querySelector("qti-prompt").textContent,
      options: [...item.querySelectorAll("qti-simple-choice")].map((one) => one.textContent),
      right: score(right),
      wrong: score(wrong),
    });
  }
  return told;
}

const page = `<!doctype html><meta charset="utf-8"><body><div id="stage"></div><pre id="told"></pre>
<script type="module" src="player.js"></script>`;
writeFileSync(join(place, "page.html"), page);
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--virtual-time-budget=600000"];
writeFileSync(join(place, "qti.js"), player);
writeFileSync(join(place, "player.js"), `import { qtiTransformItem } from "./qti.js";\n${play}\nplay(${JSON.stringify(items)}).then(
  (told) => (document.getElementById("told").textContent = JSON.stringify(told)),
  (error) => (document.getElementById("told").textContent = JSON.stringify(String(error.stack))));`);
const command = [...flags, `--user-data-dir=${place}/home`, "--dump-dom", pathToFileURL(join(place, "page.html")).href];
const dom = execFileSync(browser, command, { encoding: "utf-8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
rmSync(place, { recursive: true, force: true });
const told = /<pre id="told">(.*?)<\/pre>/s.exec(dom)[1];
process.stdout.write(told.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&nbsp;", "\u00a0").replaceAll("&amp;", "&"));
