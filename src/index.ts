/** zig2rust as a library. */
export type {
  DiagnosticName,
  ReportedDiagnostic as Diagnostic,
  ReportedRelated as RelatedPosition,
  Severity,
} from './diagnostics.js';
export type { AllocatorPolicy, Edition, TranspileOptions } from './project/options.js';
export type { Counts, Marker, PortedTest, TranspileResult, UnsafeSite, ZigPosition } from './project/result.js';
export { fileSystemHost, memoryHost, type SourceHost, type SourceProblem } from './project/source-host.js';
export { transpile, transpileProject } from './project/transpile.js';
