# A view: one's own is seen by nobody else; sharing takes the right, and so does changing
# what is shared.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sam  "Sam Staff"     staff

sam   ! create list_view "Mine" record_type=elsewhere     record_type is no type of record
sam   create list_view "My plans" record_type=plan address="sort=title"
sam   see LVW-1 state=private
rai   ! see LVW-1
dana  ! see LVW-1
sam   ! share LVW-1                                       none of your roles allows this
sam   change LVW-1 title="My own plans"
rai   create list_view "Open findings" record_type=finding address="open=yes"
sam   ! see LVW-2
rai   share LVW-2
sam   see LVW-2 title="Open findings" state=shared
dana  see LVW-2 title="Open findings"
sam   ! change LVW-2 title="Closed"                       none of your roles allows this
sam   ! withdraw LVW-2                                    none of your roles allows this
rai   keep_private LVW-2
sam   ! see LVW-2
sam   withdraw LVW-1
sam   restore LVW-1
sam   see LVW-1 title="My own plans"
