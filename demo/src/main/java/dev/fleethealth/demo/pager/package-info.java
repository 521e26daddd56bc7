/** The pager of the demo: takes events as PagerDuty does, and says whether they were the right ones. */
@NullMarked
package dev.fleethealth.demo.pager;

import org.jspecify.annotations.NullMarked;
