# From the calendar to the last finding closed.
cast  ida "Ida Tran"      audit-lead
cast  rai "Rai Okafor"    security-officer

ida   create audit "Incident readiness" body="Internal Audit" kind=internal planned_for=2026-04-01
ida   ! start                                                 fieldwork_from is empty, scope is empty, liaison is empty
ida   change scope="The ministry's incident plan" liaison="Rai Okafor"
ida   start fieldwork_from=2026-04-01
ida   ! end_fieldwork fieldwork_to=2026-03-01                 fieldwork_to lies before the date on which it starts
ida   end_fieldwork fieldwork_to=2026-05-01
ida   create finding "Plan lacks elements" source=internal_audit audit=AUD-1 condition="Elements are missing."
ida   report AUD-1 report_on=2026-06-01 conclusion="Improve."
ida   ! close                                                 findings of this audit are still open
ida   withdraw FND-1 reason="double"
ida   close AUD-1
ida   see state=closed
ida   create audit "Second look" body="Internal Audit" kind=internal
ida   ! cancel                                                is empty
ida   cancel reason="merged"
ida   see state=cancelled
