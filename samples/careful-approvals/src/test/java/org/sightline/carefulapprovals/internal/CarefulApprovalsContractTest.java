package org.sightline.carefulapprovals.internal;

import java.util.List;
import java.util.stream.Stream;
import org.sightline.conformance.ApprovalPolicyContract;
import org.sightline.spi.ApprovalPolicy;
import org.sightline.spi.ApprovalQuestion;

/** The policy keeps the contract of approval policies. */
class CarefulApprovalsContractTest extends ApprovalPolicyContract {

    @Override
    protected ApprovalPolicy policy() {
        return new CarefulApprovals();
    }

    @Override
    protected List<ApprovalQuestion> questions() {
        return Stream.of("corehr:person.bank_account:read", "docs:document:copy", "contact:user.email:readonly")
                .map(ApprovalPolicyContract::question)
                .toList();
    }
}
