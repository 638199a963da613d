// Reads a GIFT file with gift-pegjs and prints its questions.
import fs from "node:fs";
import { parse } from "gift-pegjs";

const questions = parse(fs.readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(questions));
