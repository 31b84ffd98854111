package nl.kundig.app.startup;

import nl.kundig.app.account.AccountService;
import nl.kundig.app.demo.DemoContent;
import nl.kundig.app.demo.DemoTrainings;
import nl.kundig.app.knowledge.KnowledgeIndexer;
import nl.kundig.app.system.DemoStore;
import nl.kundig.app.system.KundigProperties;
import nl.kundig.courses.contentfiles.StarterContent;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills the store before the first request can come in, and says at the end where to go.
 */
@Component
class StartUp implements SmartInitializingSingleton {

	private final StarterContent starterContent;

	private final DemoStore demoStore;

	private final DemoContent demoContent;

	private final DemoTrainings demoTrainings;

	private final AccountService accounts;

	private final CatchUp catchUp;

	private final KnowledgeIndexer indexer;

	private final KundigProperties properties;

	StartUp(StarterContent starterContent, DemoStore demoStore, DemoContent demoContent, DemoTrainings demoTrainings,
			AccountService accounts, CatchUp catchUp, KnowledgeIndexer indexer, KundigProperties properties) {
		this.starterContent = starterContent;
		this.demoStore = demoStore;
		this.demoContent = demoContent;
		this.demoTrainings = demoTrainings;
		this.accounts = accounts;
		this.catchUp = catchUp;
		this.indexer = indexer;
		this.properties = properties;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.starterContent.publish();
		if (this.demoStore.isDemo()) {
			this.demoContent.create(this.properties.data());
			this.demoTrainings.create();
		}
		else {
			this.accounts.createFirst(this.properties.data());
		}
		this.catchUp.begin();
		this.indexer.prepare();
	}

	@EventListener
	void sayWhereToGo(ApplicationReadyEvent ready) {
		if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
			System.out.println("Kundig is ready: http://localhost:" + web.getWebServer().getPort());
			if (this.demoStore.isDemo()) {
				this.demoContent.lines(this.properties.data()).forEach(System.out::println);
			}
			else {
				System.out
					.println("The first account is in " + this.properties.data().resolve(AccountService.FIRST_ACCOUNT));
			}
		}
	}

}
