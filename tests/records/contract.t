# A contract with its security requirements, and a schedule that is signed.
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create contract "Licensing software" supplier="Northern Cloud" kind=cloud
sol   ! sign starts_on=2026-03-01                             none of your roles allows this
dana  ! sign                                                  starts_on is empty, requirements is empty
dana  ! sign starts_on=2026-03-01 requirements="Encryption, logs." schedule_signed_on=2026-03-01   schedule is signed but neither attached nor named
dana  ! sign starts_on=2026-03-01 requirements="Encryption, logs." ends_on=2026-02-01   ends_on lies before the date on which it starts
dana  sign starts_on=2026-03-01 requirements="Encryption, logs." schedule_signed_on=2026-03-01 schedule_name="Cloud Security Schedule 3"
dana  see state=in_force
sol   ! end                                                   ends_on is empty
sol   end ends_on=2026-12-31
sol   see state=ended
