/**
 * `npx tsx bench/parse.recovery.ts [ROUNDS]`: what one fault costs. In files of Zig's library one bracket, comma, semicolon or closing quote is
 * deleted or inserted; counted are the named members that are then missing from the container they belong to, and the faults.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Member } from '../src/parse/syntax/ast.js';
import { parseSource } from '../src/parse/syntax/parse.js';
import { Tok } from '../src/parse/syntax/token-kinds.js';
import { findZigLib } from '../src/project/zig-lib.js';

const SMALLEST = 4_000;
const LARGEST = 40_000;

/** A fixed sequence of pseudo-random numbers below a bound: each run measures the same faults. */
function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((state / 0x8000_0000) * bound);
  };
}

/** How often each member is declared, by its path through the containers. */
function memberPaths(members: readonly Member[], prefix: string, counts: Map<string, number>): Map<string, number> {
  for (const member of members) {
    const path = `${prefix}.${memberName(member)}`;
    counts.set(path, (counts.get(path) ?? 0) + 1);
    if (member.kind === 'varDecl' && member.value?.kind === 'containerDecl') {
      memberPaths(member.value.members, path, counts);
    }
  }
  return counts;
}

function memberName(member: Member): string {
  switch (member.kind) {
    case 'fnDecl':
      return member.proto.name?.text ?? '';
    case 'varDecl':
      return member.name.text;
    case 'testDecl':
      return `test ${member.label?.text ?? member.decl?.text}`;
    case 'containerField':
      return `field ${member.name?.text}`;
    default:
      return member.kind;
  }
}

type Damage = (text: string, random: (bound: number) => number) => string | undefined;

/** Deletes one of the tokens `lexeme`; of a string, its closing quote. */
function deletes(lexeme: string): Damage {
  return (text, random) => {
    const { tokens } = parseSource('damaged.zig', text, 'tokenizer');
    const candidates: number[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const isIt =
        lexeme === '"'
          ? tokens.kinds[index] === Tok.string
          : text.slice(tokens.starts[index], tokens.ends[index]) === lexeme;
      if (isIt) candidates.push(tokens.ends[index] as number);
    }
    const end = candidates[random(candidates.length)];
    return end === undefined ? undefined : text.slice(0, end - 1) + text.slice(end);
  };
}

function inserts(lexeme: string): Damage {
  return (text, random) => {
    const { tokens } = parseSource('damaged.zig', text, 'tokenizer');
    const start = tokens.starts[random(tokens.length)] as number;
    return `${text.slice(0, start)}${lexeme} ${text.slice(start)}`;
  };
}

function measure(name: string, damage: Damage, texts: readonly string[], rounds: number): void {
  const random = randomNumbers(3);
  let [lost, total, faults, damaged] = [0, 0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const text = texts[random(texts.length)] as string;
    const result = damage(text, random);
    if (result === undefined) continue;
    const healthy = memberPaths(parseSource('healthy.zig', text, 'tokenizer').root.members, '', new Map());
    const file = parseSource('damaged.zig', result, 'tokenizer');
    const left = memberPaths(file.root.members, '', new Map());
    for (const [path, count] of healthy) {
      total += count;
      lost += Math.max(0, count - (left.get(path) ?? 0));
    }
    faults += file.faults.length;
    damaged++;
  }
  const perFile = (sum: number): string => (sum / damaged).toFixed(2);
  console.log(`${name}: ${perFile(lost)} of ${perFile(total)} members lost, ${perFile(faults)} faults in a file`);
}

function main(): void {
  const library = findZigLib(undefined);
  if (library === undefined) throw new Error("Zig's library was not found");
  const texts = globSync('**/*.zig', { cwd: join(library, 'std'), absolute: true })
    .sort()
    .filter((path) => statSync(path).size >= SMALLEST && statSync(path).size <= LARGEST)
    .map((path) => readFileSync(path, 'utf8'));
  const rounds = Number(process.argv[2] ?? 300);
  for (const lexeme of ['}', '{', ')', '(', ';', ',', '"']) measure(`delete ${lexeme}`, deletes(lexeme), texts, rounds);
  for (const lexeme of ['}', '{', ')', '(', ';']) measure(`insert ${lexeme}`, inserts(lexeme), texts, rounds);
}

main();
