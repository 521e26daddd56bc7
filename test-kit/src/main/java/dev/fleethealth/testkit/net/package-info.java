/** What stands between a client and a server, and ports for it. */
@NullMarked
package dev.fleethealth.testkit.net;

import org.jspecify.annotations.NullMarked;
