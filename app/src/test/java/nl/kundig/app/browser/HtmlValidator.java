package nl.kundig.app.browser;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import nu.validator.checker.jing.CheckerSchema;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import nu.validator.localentities.LocalCacheEntityResolver;
import nu.validator.vendor.thaiopensource.relaxng.impl.CombineValidator;
import nu.validator.vendor.thaiopensource.util.PropertyMap;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.Schema;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.Validator;
import nu.validator.vendor.thaiopensource.validate.prop.rng.RngProperty;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import nu.validator.vendor.thaiopensource.xml.sax.Jaxp11XMLReaderCreator;
import nu.validator.xml.AttributesPermutingXMLReaderWrapper;
import nu.validator.xml.NullEntityResolver;
import nu.validator.xml.ariaattributes.AriaAttributeDroppingSchemaWrapper;
import nu.validator.xml.customelements.NamespaceChangingSchemaWrapper;
import nu.validator.xml.dataattributes.DataAttributeDroppingSchemaWrapper;
import nu.validator.xml.langattributes.XmlLangAttributeDroppingSchemaWrapper;
import nu.validator.xml.roleattributes.RoleAttributeFilteringSchemaWrapper;
import nu.validator.xml.templateelement.TemplateElementDroppingSchemaWrapper;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * The Nu Html Checker, in this process. Put together as its SimpleDocumentValidator does,
 * which itself needs an older Jetty than Spring Boot has, to fetch what we do not use.
 */
final class HtmlValidator {

	private final Errors errors = new Errors();

	private final Validator validator;

	private final XMLReader reader;

	HtmlValidator() throws Exception {
		LocalCacheEntityResolver local = new LocalCacheEntityResolver(new NullEntityResolver());
		local.setAllowRnc(true);
		PropertyMapBuilder properties = new PropertyMapBuilder();
		properties.put(ValidateProperty.ERROR_HANDLER, this.errors);
		properties.put(ValidateProperty.ENTITY_RESOLVER, local);
		properties.put(ValidateProperty.XML_READER_CREATOR, new Jaxp11XMLReaderCreator());
		RngProperty.CHECK_ID_IDREF.add(properties);
		this.validator = validator(CompactSchemaReader.getInstance()
			.createSchema(local.resolveEntity(null, "http://s.validator.nu/html5-all.rnc"), properties.toPropertyMap()),
				properties.toPropertyMap());
		HtmlParser parser = new HtmlParser();
		parser.setCommentPolicy(XmlViolationPolicy.ALLOW);
		parser.setContentNonXmlCharPolicy(XmlViolationPolicy.ALLOW);
		parser.setContentSpacePolicy(XmlViolationPolicy.ALTER_INFOSET);
		parser.setNamePolicy(XmlViolationPolicy.ALLOW);
		parser.setXmlnsPolicy(XmlViolationPolicy.ALTER_INFOSET);
		parser.setMappingLangToXmlLang(true);
		parser.setContentHandler(this.validator.getContentHandler());
		parser.setErrorHandler(this.errors);
		this.reader = new AttributesPermutingXMLReaderWrapper(parser);
		this.reader.setContentHandler(this.validator.getContentHandler());
		this.reader.setErrorHandler(this.errors);
	}

	private static Validator validator(Schema html, PropertyMap properties) {
		Schema wrapped = new DataAttributeDroppingSchemaWrapper(html);
		wrapped = new AriaAttributeDroppingSchemaWrapper(wrapped);
		wrapped = new XmlLangAttributeDroppingSchemaWrapper(wrapped);
		wrapped = new RoleAttributeFilteringSchemaWrapper(wrapped);
		wrapped = new TemplateElementDroppingSchemaWrapper(wrapped);
		wrapped = new NamespaceChangingSchemaWrapper(wrapped);
		Validator all = wrapped.createValidator(properties);
		for (Schema checks : List.of(CheckerSchema.ASSERTION_SCH, CheckerSchema.TABLE_CHECKER,
				CheckerSchema.DUPLICATE_DT_CHECKER, CheckerSchema.HEADING_HIERARCHY_CHECKER,
				CheckerSchema.NORMALIZATION_CHECKER, CheckerSchema.TEXT_CONTENT_CHECKER, CheckerSchema.USEMAP_CHECKER,
				CheckerSchema.CSP_ENFORCEMENT_CHECKER)) {
			all = new CombineValidator(all, checks.createValidator(properties));
		}
		return all;
	}

	/** Errors, not warnings; empty when the document is valid. */
	List<String> errors(String html) throws IOException, SAXException {
		this.errors.found.clear();
		this.validator.reset();
		this.reader.parse(new InputSource(new StringReader(html)));
		return List.copyOf(this.errors.found);
	}

	private static final class Errors implements ErrorHandler {

		private final List<String> found = new ArrayList<>();

		@Override
		public void warning(SAXParseException warning) {
		}

		@Override
		public void error(SAXParseException error) {
			this.found.add("line " + error.getLineNumber() + ": " + error.getMessage());
		}

		@Override
		public void fatalError(SAXParseException error) {
			error(error);
		}

	}

}
