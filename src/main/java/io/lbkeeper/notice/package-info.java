/**
 * What people are told beyond the log: which news makes a notice, how often a matter is told, and its way to them over
 * each channel, in a queue of the channel's own.
 * Law: it decides nothing and holds no cycle up. What is lost is counted.
 */
package io.lbkeeper.notice;
