/**
 * The log's forms: lines for people or JSON for programs, without secrets, and the line that sums up an hour.
 * Law: it changes how things are said, never what is done. Who fails to be logged fails nothing else.
 */
package io.lbkeeper.log;
