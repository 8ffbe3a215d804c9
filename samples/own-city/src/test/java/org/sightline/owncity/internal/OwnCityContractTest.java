package org.sightline.owncity.internal;

import org.sightline.conformance.MainRuleContract;
import org.sightline.spi.MainRule;

/** The rule keeps the contract of main rules. */
class OwnCityContractTest extends MainRuleContract {

    @Override
    protected MainRule rule() {
        return new OwnCity();
    }
}
