import fc from 'fast-check';

/** A property that fails shrinks for less long than a test may take: its counterexample is shown instead of a hang. */
fc.configureGlobal({ interruptAfterTimeLimit: 100_000 });
