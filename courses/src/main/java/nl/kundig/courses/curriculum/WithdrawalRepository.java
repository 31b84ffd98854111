package nl.kundig.courses.curriculum;

import org.springframework.data.repository.ListCrudRepository;

interface WithdrawalRepository extends ListCrudRepository<Withdrawal, String> {

}
