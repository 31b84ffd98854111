package nl.kundig.app.certificate;

import nl.kundig.courses.certificate.CertificateNumber;

import org.springframework.data.repository.ListCrudRepository;

interface CertificateFileRepository extends ListCrudRepository<CertificateFile, CertificateNumber> {

}
