/**
 * Health checks: values, their rules, and who counts as healthy. Nothing is probed.
 * Law: pure as {@code zone}, and reaches nothing but it.
 */
package io.lbkeeper.localroute53.health;
