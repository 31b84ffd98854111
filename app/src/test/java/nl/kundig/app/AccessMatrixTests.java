package nl.kundig.app;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import nl.kundig.app.Newcomers.Newcomer;
import nl.kundig.app.account.AccountService;
import nl.kundig.app.mail.Outbox;
import nl.kundig.app.training.AnswerLinks;
import nl.kundig.courses.certificate.CertificateService;
import nl.kundig.courses.curriculum.Curriculum;
import nl.kundig.courses.curriculum.CurriculumDraftService;
import nl.kundig.courses.curriculum.CurriculumId;
import nl.kundig.courses.curriculum.CurriculumService;
import nl.kundig.courses.duty.Draft;
import nl.kundig.courses.duty.TrialService;
import nl.kundig.courses.enrolment.Actor;
import nl.kundig.courses.enrolment.HalfDay;
import nl.kundig.courses.enrolment.Owner;
import nl.kundig.courses.enrolment.SessionPlan;
import nl.kundig.courses.enrolment.SessionService;
import nl.kundig.courses.enrolment.SessionTerms;
import nl.kundig.courses.enrolment.Venue;
import nl.kundig.courses.people.LearnerId;
import nl.kundig.courses.people.LearnerRole;
import nl.kundig.courses.people.MunicipalityId;
import nl.kundig.courses.people.PeopleService;
import nl.kundig.courses.people.RegionId;
import nl.kundig.courses.training.TrainingId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@KundigTest
class AccessMatrixTests {

	/**
	 * The desk employee is a new one: the demo's own earns a certificate in the browser.
	 */
	private static final String NEW_DESK_EMPLOYEE = "new desk employee";

	private static final List<String> PEOPLE = List.of("", NEW_DESK_EMPLOYEE, "boa.waterkerk", "coordinator.waterkerk",
			"coordinator.hoogveld", "regio", "redactie", "auditor.waterkerk", "auditor.hoogveld", "partner.waterkerk");

	/**
	 * Route, address when it differs, and the answer to a stranger, desk employee, BOA,
	 * coordinator of Waterkerk and of Hoogveld, regional coordinator, editor, auditor of
	 * Waterkerk and of Hoogveld, and partner. NN is the person's own attempt, CC somebody
	 * else's certificate, WW somebody of Waterkerk, DD a draft of Waterkerk, EE one of a
	 * ready-made curriculum, TW a trial of Waterkerk and TN a national one, VC a version
	 * to move to, PW a mail to somebody of Waterkerk, SS a session of the region and SW
	 * one of Waterkerk. FF is somebody's calendar, LA and LO are links in mails to agree
	 * and to take a seat.
	 */
	private static final String TABLE = """
			* /error                                        |                                       | 404 404 404 404 404 404 404 404 404 404
			GET /inloggen                                   |                                       | 200 200 200 200 200 200 200 200 200 200
			GET /controle                                   |                                       | 200 200 200 200 200 200 200 200 200 200
			GET /controle/{code}                            | /controle/ABCD                        | 404 404 404 404 404 404 404 404 404 404
			GET /toegankelijkheid                           |                                       | 200 200 200 200 200 200 200 200 200 200
			GET /.well-known/security.txt                   |                                       | 200 200 200 200 200 200 200 200 200 200
			GET /agenda/{secret}.ics                        | /agenda/FF.ics                        | 200 200 200 200 200 200 200 200 200 200
			GET /agenda/{secret}.ics                        | /agenda/bestaat-niet.ics              | 404 404 404 404 404 404 404 404 404 404
			GET /antwoord/akkoord/{token}                   | /antwoord/akkoord/LA                  | 200 200 200 200 200 200 200 200 200 200
			GET /antwoord/akkoord/{token}                   | /antwoord/akkoord/LO                  | 404 404 404 404 404 404 404 404 404 404
			POST /antwoord/akkoord/{token}                  | /antwoord/akkoord/LA                  | 400 400 400 400 400 400 400 400 400 400
			GET /antwoord/aanbod/{token}                    | /antwoord/aanbod/LO                   | 200 200 200 200 200 200 200 200 200 200
			GET /antwoord/aanbod/{token}                    | /antwoord/aanbod/LA                   | 404 404 404 404 404 404 404 404 404 404
			POST /antwoord/aanbod/{token}                   | /antwoord/aanbod/LO                   | 400 400 400 400 400 400 400 400 400 400
			GET /                                           |                                       | 302 200 200 200 200 200 200 200 200 200
			GET /leerlijn                                   |                                       | 302 200 200 200 200 200 200 200 200 200
			GET /leerlijn/waarom/{duty}                     | /leerlijn/waarom/signaleren-balie     | 302 200 302 302 302 302 302 302 302 302
			GET /leerlijn/waarom/{duty}                     | /leerlijn/waarom/bestaat-niet         | 302 404 404 404 404 404 404 404 404 404
			GET /leerlijn/waarom-niet/{curriculum}          | /leerlijn/waarom-niet/signaleren-balie | 302 302 200 200 200 200 200 200 200 200
			GET /trainingen                                 |                                       | 302 200 200 200 200 200 200 200 200 200
			GET /trainingen/volgorde                        |                                       | 302 200 200 200 200 200 200 200 200 200
			GET /trainingen/catalogus/{training}            | /trainingen/catalogus/ror-basis       | 302 200 200 200 200 200 200 200 200 200
			GET /trainingen/catalogus/{training}            | /trainingen/catalogus/bestaat-niet    | 302 404 404 404 404 404 404 404 404 404
			POST /trainingen/catalogus/{training}/belangstelling | /trainingen/catalogus/ror-basis/belangstelling | 302 302 302 302 302 404 404 404 404 302
			POST /trainingen/catalogus/{training}/belangstelling/intrekken | /trainingen/catalogus/ror-basis/belangstelling/intrekken | 302 302 302 302 302 404 404 404 404 302
			GET /trainingen/{session}                       | /trainingen/SS                        | 302 200 200 200 200 200 200 200 200 200
			GET /trainingen/{session}                       | /trainingen/SW                        | 302 200 200 200 404 200 200 200 404 200
			POST /trainingen/{session}/aanvragen            | /trainingen/SW/aanvragen              | 302 422 422 422 404 404 404 404 404 422
			POST /trainingen/{session}/afmelden             | /trainingen/SS/afmelden               | 302 404 404 404 404 404 404 404 404 404
			GET /trainingen/{session}/waarom                | /trainingen/SS/waarom                 | 302 200 200 200 200 200 200 200 200 200
			GET /trainingen/{session}/waarom                | /trainingen/SW/waarom                 | 302 200 200 200 404 200 200 200 404 200
			GET /inschrijvingen                             |                                       | 302 200 200 200 200 200 200 200 200 200
			POST /inschrijvingen/agenda                     |                                       | 302 302 302 302 302 302 302 302 302 302
			POST /inschrijvingen/{session}/{enrolment}/aannemen | /inschrijvingen/SS/99/aannemen        | 302 404 404 404 404 404 404 404 404 404
			POST /inschrijvingen/{session}/{enrolment}/afslaan | /inschrijvingen/SS/99/afslaan         | 302 404 404 404 404 404 404 404 404 404
			GET /inschrijvingen/{session}/{enrolment}/collega | /inschrijvingen/SS/99/collega         | 302 404 404 404 404 404 404 404 404 404
			POST /inschrijvingen/{session}/{enrolment}/collega | /inschrijvingen/SS/99/collega         | 302 404 404 404 404 404 404 404 404 404
			GET /inschrijvingen/bewijs                      |                                       | 302 200 200 200 200 404 404 404 404 200
			POST /inschrijvingen/bewijs                     |                                       | 302 422 422 422 422 404 404 404 404 422
			GET /inschrijvingen/bewijs/{proof}              | /inschrijvingen/bewijs/99             | 302 404 404 404 404 404 404 404 404 404
			GET /melden                                     |                                       | 302 200 200 200 200 200 200 200 200 200
			GET /certificaten                               |                                       | 302 200 200 200 200 200 200 200 200 200
			GET /certificaten/{number}.pdf                  | /certificaten/CC.pdf                  | 302 404 404 404 404 404 404 404 404 404
			GET /modules/{id}                               | /modules/m1                           | 302 200 200 200 200 200 200 200 200 200
			GET /modules/{id}/{section}                     | /modules/m1/uw-rol                    | 302 200 200 200 200 200 200 200 200 200
			POST /modules/{id}/{section}/gelezen            | /modules/m1/bestaat-niet/gelezen      | 302 404 404 404 404 404 404 404 404 404
			GET /modules/{id}/toets                         | /modules/m1/toets                     | 302 200 200 200 200 200 200 200 200 200
			POST /modules/{id}/toets                        | /modules/m1/toets                     | 302 302 302 302 302 302 302 302 302 302
			GET /modules/{id}/toets/{number}                | /modules/m1/toets/NN                  | 302 200 200 200 200 200 200 200 200 200
			GET /modules/{id}/toets/{number}                | /modules/m1/toets/99                  | 302 404 404 404 404 404 404 404 404 404
			POST /modules/{id}/toets/{number}               | /modules/m1/toets/NN                  | 302 302 302 302 302 302 302 302 302 302
			POST /modules/{id}/toets/{number}               | /modules/m1/toets/99                  | 302 404 404 404 404 404 404 404 404 404
			POST /modules/{id}/toets/{number}/antwoorden    | /modules/m1/toets/NN/antwoorden       | 302 204 204 204 204 204 204 204 204 204
			POST /modules/{id}/toets/{number}/antwoorden    | /modules/m1/toets/99/antwoorden       | 302 404 404 404 404 404 404 404 404 404
			GET /modules/{id}/toets/{number}/uitslag        | /modules/m1/toets/NN/uitslag          | 302 404 404 404 404 404 404 404 404 404
			GET /kennisbank                                 |                                       | 302 200 200 200 200 200 200 200 200 200
			GET /kennisbank/zoek.json                       |                                       | 302 200 200 200 200 200 200 200 200 200
			GET /kennisbank/symbolen/{slug}                 | /kennisbank/symbolen/hakenkruis       | 302 200 200 200 200 200 200 200 200 200
			GET /kennisbank/symbolen/{slug}                 | /kennisbank/symbolen/bestaat-niet     | 302 404 404 404 404 404 404 404 404 404
			GET /kennisbank/symbolen/{slug}/tekening.svg    | /kennisbank/symbolen/764/tekening.svg | 302 404 404 404 404 404 404 404 404 404
			GET /kennisbank/organisaties/{slug}             | /kennisbank/organisaties/hamas        | 302 200 200 200 200 200 200 200 200 200
			GET /beheer                                     |                                       | 302 403 403 200 200 200 200 200 200 403
			GET /beheer/gemeenten/{id}                      | /beheer/gemeenten/waterkerk           | 302 403 403 200 404 200 404 200 404 403
			GET /beheer/gemeenten/{id}                      | /beheer/gemeenten/hoogveld            | 302 403 403 404 200 200 404 404 200 403
			GET /beheer/gemeenten/{id}                      | /beheer/gemeenten/bestaat-niet        | 302 403 403 404 404 404 404 404 404 403
			GET /beheer/deelnemers                          |                                       | 302 403 403 200 200 403 403 403 403 403
			GET /beheer/deelnemers/{learner}                | /beheer/deelnemers/WW                 | 302 403 403 200 404 403 403 403 403 403
			GET /beheer/deelnemers/{learner}/waarom/{duty}  | /beheer/deelnemers/WW/waarom/signaleren-balie | 302 403 403 200 404 403 403 403 403 403
			GET /beheer/deelnemers/{learner}/waarom-niet/{curriculum} | /beheer/deelnemers/WW/waarom-niet/signaleren-boa | 302 403 403 200 404 403 403 403 403 403
			GET /beheer/deelnemers/{learner}/waarom/{duty}/{kind} | /beheer/deelnemers/WW/waarom/signaleren-balie/uitstel | 302 403 403 200 404 403 403 403 403 403
			GET /beheer/deelnemers/{learner}/waarom/{duty}/{kind} | /beheer/deelnemers/WW/waarom/signaleren-balie/onzin | 302 403 403 404 404 403 403 403 403 403
			POST /beheer/deelnemers/{learner}/waarom/{duty}/{kind} | /beheer/deelnemers/WW/waarom/signaleren-balie/vrijstelling | 302 403 403 422 404 403 403 403 403 403
			GET /beheer/deelnemers/{learner}/functies/nieuw | /beheer/deelnemers/WW/functies/nieuw  | 302 403 403 200 404 403 403 403 403 403
			POST /beheer/deelnemers/{learner}/functies/nieuw | /beheer/deelnemers/WW/functies/nieuw  | 302 403 403 422 404 403 403 403 403 403
			GET /beheer/deelnemers/{learner}/functies/{number}/einde | /beheer/deelnemers/WW/functies/0/einde | 302 403 403 200 404 403 403 403 403 403
			POST /beheer/deelnemers/{learner}/functies/{number}/einde | /beheer/deelnemers/WW/functies/0/einde | 302 403 403 422 404 403 403 403 403 403
			GET /beheer/regio/trainingen                    |                                       | 302 403 403 200 200 200 403 403 403 403
			GET /beheer/regio/trainingen/nieuw              |                                       | 302 403 403 200 200 200 403 403 403 403
			POST /beheer/regio/trainingen/nieuw             |                                       | 302 403 403 422 422 422 403 403 403 403
			GET /beheer/regio/trainingen/{session}          | /beheer/regio/trainingen/SS           | 302 403 403 404 404 200 403 403 403 403
			GET /beheer/regio/trainingen/{session}          | /beheer/regio/trainingen/SW           | 302 403 403 200 404 200 403 403 403 403
			GET /beheer/regio/trainingen/{session}/kopie    | /beheer/regio/trainingen/SW/kopie     | 302 403 403 200 404 200 403 403 403 403
			POST /beheer/regio/trainingen/{session}/kopie   | /beheer/regio/trainingen/SW/kopie     | 302 403 403 422 404 422 403 403 403 403
			GET /beheer/regio/trainingen/{session}/verplaatsen | /beheer/regio/trainingen/SW/verplaatsen | 302 403 403 200 404 200 403 403 403 403
			POST /beheer/regio/trainingen/{session}/verplaatsen | /beheer/regio/trainingen/SW/verplaatsen | 302 403 403 422 404 422 403 403 403 403
			GET /beheer/regio/trainingen/{session}/wijzigen | /beheer/regio/trainingen/SW/wijzigen  | 302 403 403 200 404 200 403 403 403 403
			POST /beheer/regio/trainingen/{session}/wijzigen | /beheer/regio/trainingen/SW/wijzigen  | 302 403 403 422 404 422 403 403 403 403
			GET /beheer/regio/trainingen/{session}/annuleren | /beheer/regio/trainingen/SW/annuleren | 302 403 403 200 404 200 403 403 403 403
			POST /beheer/regio/trainingen/{session}/annuleren | /beheer/regio/trainingen/SW/annuleren | 302 403 403 422 404 422 403 403 403 403
			GET /beheer/regio/trainingen/{session}/reserve  | /beheer/regio/trainingen/SS/reserve   | 302 403 403 404 404 200 403 403 403 403
			POST /beheer/regio/trainingen/{session}/reserve | /beheer/regio/trainingen/SS/reserve   | 302 403 403 404 404 422 403 403 403 403
			GET /beheer/regio/regels                        |                                       | 302 403 403 403 403 200 403 403 403 403
			POST /beheer/regio/regels                       |                                       | 302 403 403 403 403 422 403 403 403 403
			GET /beheer/behoefte                            |                                       | 302 403 403 200 200 200 403 403 403 403
			POST /beheer/behoefte                           |                                       | 302 403 403 404 404 404 403 403 403 403
			GET /beheer/behoefte/{year}.{format}            | /beheer/behoefte/JJ.csv               | 302 403 403 200 200 200 403 403 403 403
			GET /beheer/behoefte/{year}.{format}            | /beheer/behoefte/1999.csv             | 302 403 403 404 404 404 403 403 403 403
			GET /beheer/opslag                              |                                       | 302 403 403 200 200 200 403 403 403 403
			GET /beheer/herstel                             |                                       | 302 403 403 200 200 200 403 403 403 403
			GET /beheer/post                                |                                       | 302 403 403 200 200 200 403 403 403 403
			GET /beheer/post/{id}                           | /beheer/post/PW                       | 302 403 403 200 404 200 403 403 403 403
			GET /beheer/post/{id}/bijlagen/{number}         | /beheer/post/PW/bijlagen/1            | 302 403 403 200 404 200 403 403 403 403
			POST /beheer/post/{id}/opnieuw                  | /beheer/post/PW/opnieuw               | 302 403 403 409 404 409 403 403 403 403
			POST /beheer/post/pauze                         |                                       | 302 403 403 404 404 422 403 403 403 403
			POST /beheer/post/hervatten                     |                                       | 302 403 403 404 404 302 403 403 403 403
			GET /beheer/curricula                           |                                       | 302 403 403 200 200 200 200 403 403 403
			GET /beheer/curricula/{curriculum}/versies      | /beheer/curricula/signaleren-boa/versies | 302 403 403 200 200 200 200 403 403 403
			POST /beheer/curricula/{curriculum}/versies     | /beheer/curricula/signaleren-boa/versies | 302 403 403 400 400 400 400 403 403 403
			GET /beheer/curricula/{id}                      | /beheer/curricula/DD                  | 302 403 403 200 404 200 404 403 403 403
			POST /beheer/curricula/{id}                     | /beheer/curricula/DD                  | 302 403 403 400 404 403 404 403 403 403
			GET /beheer/curricula/{id}                      | /beheer/curricula/EE                  | 302 403 403 404 404 404 200 403 403 403
			POST /beheer/curricula/{id}                     | /beheer/curricula/EE                  | 302 403 403 404 404 404 400 403 403 403
			GET /beheer/curricula/{id}/samenvoegen          | /beheer/curricula/DD/samenvoegen      | 302 403 403 200 404 200 404 403 403 403
			POST /beheer/curricula/{id}/samenvoegen         | /beheer/curricula/DD/samenvoegen      | 302 403 403 400 404 403 404 403 403 403
			GET /beheer/trainingen |  | 302 403 403 200 200 200 403 403 403 403
			GET /beheer/trainingen/instellingen |  | 302 403 403 200 200 403 403 403 403 403
			POST /beheer/trainingen/instellingen |  | 302 403 403 400 400 403 403 403 403 403
			GET /beheer/trainingen/{session} | /beheer/trainingen/SS | 302 403 403 200 200 200 403 403 403 403
			GET /beheer/trainingen/{session} | /beheer/trainingen/SW | 302 403 403 200 404 200 403 403 403 403
			POST /beheer/trainingen/{session}/doorgeven | /beheer/trainingen/SS/doorgeven | 302 403 403 409 409 302 403 403 403 403
			POST /beheer/trainingen/{session}/bevestigen | /beheer/trainingen/SW/bevestigen | 302 403 403 422 404 422 403 403 403 403
			GET /beheer/trainingen/{session}/deelnemerslijst.{format} | /beheer/trainingen/SW/deelnemerslijst.csv | 302 403 403 200 404 200 403 403 403 403
			GET /beheer/trainingen/{session}/deelnemers | /beheer/trainingen/SW/deelnemers | 302 403 403 200 404 200 403 403 403 403
			GET /beheer/trainingen/{session}/deelnemers/{learner} | /beheer/trainingen/SS/deelnemers/WW | 302 403 403 200 404 200 403 403 403 403
			POST /beheer/trainingen/{session}/deelnemers/{learner} | /beheer/trainingen/SS/deelnemers/WW | 302 403 403 400 404 400 403 403 403 403
			GET /beheer/trainingen/{session}/inschrijvingen/{enrolment} | /beheer/trainingen/SS/inschrijvingen/99 | 302 403 403 404 404 404 403 403 403 403
			POST /beheer/trainingen/{session}/inschrijvingen/{enrolment}/afmelden | /beheer/trainingen/SS/inschrijvingen/99/afmelden | 302 403 403 404 404 404 403 403 403 403
			POST /beheer/trainingen/{session}/inschrijvingen/{enrolment}/collega | /beheer/trainingen/SS/inschrijvingen/99/collega | 302 403 403 404 404 404 403 403 403 403
			POST /beheer/trainingen/{session}/inschrijvingen/{enrolment}/leidinggevende | /beheer/trainingen/SS/inschrijvingen/99/leidinggevende | 302 403 403 404 404 404 403 403 403 403
			POST /beheer/trainingen/{session}/inschrijvingen/{enrolment}/verbeteren | /beheer/trainingen/SS/inschrijvingen/99/verbeteren | 302 403 403 404 404 404 403 403 403 403
			GET /beheer/trainingen/{session}/aanwezigheid | /beheer/trainingen/SW/aanwezigheid | 302 403 403 200 404 200 403 403 403 403
			POST /beheer/trainingen/{session}/aanwezigheid | /beheer/trainingen/SW/aanwezigheid | 302 403 403 422 404 422 403 403 403 403
			POST /beheer/trainingen/{session}/aanwezigheid/bestand | /beheer/trainingen/SW/aanwezigheid/bestand | 302 403 403 422 404 422 403 403 403 403
			POST /beheer/trainingen/{session}/aanwezigheid/bestand/vastleggen | /beheer/trainingen/SW/aanwezigheid/bestand/vastleggen | 302 403 403 400 404 400 403 403 403 403
			GET /beheer/bewijzen |  | 302 403 403 200 200 403 403 403 403 403
			GET /beheer/bewijzen/{proof} | /beheer/bewijzen/99 | 302 403 403 404 404 403 403 403 403 403
			GET /beheer/bewijzen/{proof}/bestand | /beheer/bewijzen/99/bestand | 302 403 403 404 404 403 403 403 403 403
			POST /beheer/bewijzen/{proof}/goedkeuren | /beheer/bewijzen/99/goedkeuren | 302 403 403 404 404 403 403 403 403 403
			POST /beheer/bewijzen/{proof}/afwijzen | /beheer/bewijzen/99/afwijzen | 302 403 403 404 404 403 403 403 403 403
			GET /beheer/kennisbank                          |                                       | 302 403 403 403 403 403 200 403 403 403
			GET /beheer/kennisbank/symbolen/{slug}          | /beheer/kennisbank/symbolen/alf       | 302 403 403 403 403 403 200 403 403 403
			POST /beheer/kennisbank/symbolen/{slug}         | /beheer/kennisbank/symbolen/alf       | 302 403 403 403 403 403 422 403 403 403
			GET /beheer/regels                              |                                       | 302 403 403 200 200 200 200 403 403 403
			GET /beheer/proefdraaien                        |                                       | 302 403 403 200 200 200 200 403 403 403
			GET /beheer/proefdraaien/nieuw                  |                                       | 302 403 403 200 200 404 200 403 403 403
			POST /beheer/proefdraaien                       |                                       | 302 403 403 404 404 404 404 403 403 403
			GET /beheer/proefdraaien/{id}                   | /beheer/proefdraaien/TW               | 302 403 403 200 404 200 404 403 403 403
			GET /beheer/proefdraaien/{id}                   | /beheer/proefdraaien/TN               | 302 403 403 404 404 404 200 403 403 403
			GET /beheer/proefdraaien/{id}/voortgang.json    | /beheer/proefdraaien/TW/voortgang.json | 302 403 403 200 404 200 404 403 403 403
			POST /beheer/proefdraaien/{id}/activeren        | /beheer/proefdraaien/TW/activeren     | 302 403 403 409 404 404 404 403 403 403
			POST /beheer/proefdraaien/{id}/vergeten         | /beheer/proefdraaien/99/vergeten      | 302 403 403 404 404 404 404 403 403 403
			GET /beheer/verlengingen                        |                                       | 302 403 403 200 200 200 200 403 403 403
			POST /beheer/verlengingen                       |                                       | 302 403 403 422 422 404 422 403 403 403
			POST /beheer/verlengingen/voorbeeld             |                                       | 302 403 403 422 422 404 422 403 403 403
			POST /beheer/verlengingen/{id}/terugdraaien     | /beheer/verlengingen/99/terugdraaien  | 302 403 403 404 404 404 404 403 403 403
			GET /beheer/curricula/{curriculum}/overstap/{version} | /beheer/curricula/VC                  | 302 403 403 200 200 200 200 403 403 403
			POST /beheer/curricula/{curriculum}/overstap/{version} | /beheer/curricula/VC                  | 302 403 403 409 409 404 409 403 403 403
			GET /beheer/curricula/{curriculum}/overstap/{version} | /beheer/curricula/x/overstap/y        | 302 403 403 404 404 404 404 403 403 403
			""";

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts accounts;

	@Autowired
	private TrialService trials;

	@Autowired
	private SessionService sessions;

	@Autowired
	private Outbox outbox;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private AnswerLinks answerLinks;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private Newcomers newcomers;

	/** A line of the table. */
	record Line(String route, String path, List<Integer> expected) {

		static Line of(String text) {
			String[] parts = text.split("\\|");
			String route = parts[0].strip();
			String path = parts[1].isBlank() ? route.substring(route.indexOf(' ') + 1) : parts[1].strip();
			return new Line(route, path, Arrays.stream(parts[2].strip().split(" +")).map(Integer::valueOf).toList());
		}

		HttpResponse<String> send(PageClient client, Map<String, String> names) {
			String address = this.path;
			for (Map.Entry<String, String> name : names.entrySet()) {
				// A key that was filled in may hold the name of another one.
				if (this.path.contains(name.getKey())) {
					address = address.replace(name.getKey(), name.getValue());
				}
			}
			return this.route.startsWith("POST ") ? client.post(address) : client.get(address);
		}

	}

	@BeforeEach
	void draft(@Autowired CurriculumService curricula, @Autowired CurriculumDraftService drafts) {
		Curriculum ready = curricula.current(new CurriculumId("signaleren-boa")).orElseThrow();
		drafts.adopt(ready, new MunicipalityId("waterkerk"), "coordinator.waterkerk");
		drafts.revise(ready, "redactie");
	}

	@BeforeEach
	void meet(@Autowired PeopleService people, @Autowired AccountService accountService,
			@Autowired CurriculumService curricula, @Autowired CertificateService certificates,
			@Autowired ApplicationEventPublisher events) {
		this.newcomers = new Newcomers(people, accountService, curricula, certificates, events);
	}

	@Test
	void everyRouteIsInTheTable() {
		Set<String> routes = new TreeSet<>();
		lines().forEach((line) -> routes.add(line.route()));
		assertThat(routes).isEqualTo(Routes.of(this.mapping));
	}

	@Test
	void everybodyGetsWhatTheTableSays() {
		Newcomer waterkerker = this.newcomers.deskEmployee();
		Map<String, String> names = new HashMap<>(Map.of("CC", this.newcomers.certify(waterkerker).number().value(),
				"WW", waterkerker.learner().value(), "DD", "signaleren-boa@waterkerk-1", "EE", "signaleren-boa-1", "TW",
				trial(new MunicipalityId("waterkerk")), "TN", trial(null), "VC", version(), "PW",
				mail(waterkerker.learner())));
		names.putAll(this.answerLinks.make());
		names.put("JJ", String.valueOf(LocalDate.now(PeopleService.ZONE).getYear()));
		names.put("SS", session(Owner.of(new RegionId("delta"))));
		names.put("SW",
				session(Owner.of(this.newcomers.people().municipality(new MunicipalityId("waterkerk")).orElseThrow())));
		Map<String, Integer> expected = new LinkedHashMap<>();
		Map<String, Integer> found = new LinkedHashMap<>();
		List<String> wrongTargets = new ArrayList<>();
		for (int person = 0; person < PEOPLE.size(); person++) {
			String username = PEOPLE.get(person);
			PageClient client = new PageClient(this.port, this.accounts);
			String attempt = "1";
			client.get("/inloggen");
			if (!username.isEmpty()) {
				client = username.equals(NEW_DESK_EMPLOYEE) ? client(this.newcomers.deskEmployee())
						: client.signIn(username);
				String started = client.post("/modules/m1/toets").headers().firstValue("Location").orElseThrow();
				attempt = started.substring(started.lastIndexOf('/') + 1);
			}
			for (Line line : lines()) {
				assertThat(line.expected()).as(line.path()).hasSameSizeAs(PEOPLE);
				names.put("NN", attempt);
				HttpResponse<String> answer = line.send(client, names);
				String what = username + " " + line.route() + " " + line.path();
				expected.put(what, line.expected().get(person));
				found.put(what, answer.statusCode());
				boolean toSignIn = answer.headers().firstValue("Location").orElse("").endsWith("/inloggen");
				if (answer.statusCode() == 302 && toSignIn != username.isEmpty()) {
					wrongTargets.add(what);
				}
			}
		}
		assertThat(found).isEqualTo(expected);
		assertThat(wrongTargets).isEmpty();
	}

	@Test
	void aCertificateIsForItsHolderOnly() {
		Newcomer holder = this.newcomers.deskEmployee();
		Newcomer other = this.newcomers.deskEmployee();
		String path = "/certificaten/" + this.newcomers.certify(holder).number() + ".pdf";
		HttpResponse<String> own = client(holder).get(path);
		assertThat(own.statusCode()).isEqualTo(200);
		assertThat(own.headers().firstValue("Content-Type")).contains("application/pdf");
		assertThat(own.body()).startsWith("%PDF-");
		HttpResponse<String> others = client(other).get(path);
		assertThat(others.statusCode()).isEqualTo(404);
		assertThat(others.body()).doesNotContain("%PDF-");
	}

	@Test
	void anAttemptIsForTheOneWhoMadeItOnly() {
		Newcomer maker = this.newcomers.deskEmployee();
		PageClient own = client(maker);
		String path = own.post("/modules/m6/toets").headers().firstValue("Location").orElseThrow();
		assertThat(own.get(path).statusCode()).isEqualTo(200);
		PageClient other = client(this.newcomers.deskEmployee());
		assertThat(other.get(path).statusCode()).isEqualTo(404);
		assertThat(other.post(path).statusCode()).isEqualTo(404);
		assertThat(other.post(path + "/antwoorden").statusCode()).isEqualTo(404);
		assertThat(other.get(path + "/uitslag").statusCode()).isEqualTo(404);
	}

	private String trial(@Nullable MunicipalityId owner) {
		return this.trials.start(new Draft.RoleDraft(LearnerRole.MANAGER, LearnerRole.POLICY_OFFICER, owner), owner,
				"test");
	}

	private String session(Owner owner) {
		LocalDate day = LocalDate.now(PeopleService.ZONE).plusDays(60);
		SessionPlan plan = new SessionPlan(List.of(new HalfDay(day, LocalTime.of(9, 0), LocalTime.of(12, 0))),
				new Venue("Stadhuis", null, null), SessionTerms.of("", 12, day.minusDays(7)));
		return this.sessions
			.plan(new TrainingId("ror-basis"), owner, plan, Actor.region("regio", new RegionId("delta")))
			.id()
			.value();
	}

	private String mail(LearnerId learner) {
		return Mails.write(this.outbox, this.mongo, learner);
	}

	private String version() {
		Curriculum current = this.newcomers.curricula().curriculum(LearnerRole.DESK_EMPLOYEE).orElseThrow();
		return current.curriculum() + "/overstap/" + current.version();
	}

	private PageClient client(Newcomer newcomer) {
		return new PageClient(this.port, this.accounts).signIn(newcomer.username(), newcomer.password());
	}

	private static List<Line> lines() {
		return TABLE.lines().map(Line::of).toList();
	}

}
