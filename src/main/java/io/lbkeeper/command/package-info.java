/**
 * The command line: reads what the operator says, starts the parts, and turns what came of it into one line and an
 * exit code: 0 well, 1 the answer is no, 2 bad usage or settings, 3 could not ask.
 */
package io.lbkeeper.command;
