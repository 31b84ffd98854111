package nl.kundig.app.system;

import nl.kundig.courses.training.ProofService;
import org.junit.jupiter.api.Test;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

class NightlyErasureTests {

	private final ProofService proofs = mock();

	@Test
	void filesOfProofsAreErased() {
		given(this.proofs.eraseFiles()).willReturn(3);
		new NightlyErasure(this.proofs).erase();
		then(this.proofs).should().eraseFiles();
	}

}
