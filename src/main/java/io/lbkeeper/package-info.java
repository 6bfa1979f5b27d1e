/** lbkeeper: keeps a DNS name on a live load balancer. The contract between the packages is in CONTRIBUTING.md. */
package io.lbkeeper;
