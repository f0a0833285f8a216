/** `zig2rust rules list | explain | new | test | schema`: the workbench of people who write porting rules. */
import type { Command } from 'commander';
import { ruleJsonSchema } from '../lower/rules/schema.js';
import { EXIT, type ExitCode } from './outcome.js';
import { explainRule } from './rules-explain.js';
import { listRules } from './rules-list.js';
import { newRule } from './rules-new.js';
import { type RulesTestFlags, testRules } from './rules-test.js';
import type { Terminal } from './terminal.js';

/** Options that all of the commands take. */
export interface RulesFlags {
  readonly rules: readonly string[];
  readonly zigLibDir?: string;
  readonly json?: boolean;
}

/** Registers the commands. */
export function rulesCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const rules = program.command('rules').description('list, explain, start and test porting rules');
  withRules(rules.command('list').description('all rules, with the declarations that they name'))
    .option('-f, --filter <text>', 'only rules whose id or signature contains the text')
    .option('--json', 'print JSON')
    .action((flags: RulesFlags & { readonly filter?: string }) => finish(listRules(flags, terminal)));
  withRules(rules.command('explain').description('one rule: what it says, and which declarations it names here'))
    .argument('<id>', 'the id of a rule')
    .action((id: string, flags: RulesFlags) => finish(explainRule(id, flags, terminal)));
  withRules(rules.command('new').description('start a rule: its entry and its example'))
    .argument('<id>', 'the id of the new rule')
    .requiredOption('--zig <signature>', 'the signature of the declaration')
    .option('--rust <template>', 'the Rust template')
    .option('--snapshots <dir>', 'where the examples are', 'snapshots/rules')
    .action((id: string, flags: NewRuleFlags) => finish(newRule(id, flags, terminal)));
  withRules(rules.command('test').description('run the examples of rules and compare what comes out'))
    .option('-f, --filter <id>', 'only this rule')
    .option('-u, --update', 'accept what comes out, where it compiles')
    .option('-i, --interactive', 'ask for each difference')
    .option('--trace', 'say why rules did not match')
    .option('--snapshots <dir>', 'where the examples are', 'snapshots/rules')
    .action(async (flags: RulesTestFlags) => finish(await testRules(flags, terminal)));
  rules
    .command('schema')
    .description('the JSON schema of rule files, for editors')
    .action(() => {
      terminal.out(`${JSON.stringify(ruleJsonSchema(), undefined, 2)}\n`);
      finish(EXIT.done);
    });
}

export interface NewRuleFlags extends RulesFlags {
  readonly zig: string;
  readonly rust?: string;
  readonly snapshots: string;
}

function withRules(command: Command): Command {
  return command
    .option(
      '--rules <dir>',
      "directory of the project's own rules (repeatable)",
      (value: string, previous: readonly string[]) => [...previous, value],
      [],
    )
    .option('--zig-lib-dir <dir>', "Zig's library directory");
}
